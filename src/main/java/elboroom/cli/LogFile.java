package elboroom.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;

/**
 * Sends the log to a file of 2 MB and three older ones: standard output belongs to results. Found and made by Logback when the
 * first logger is. The same as an XML file takes 0.2 s longer, of which the window has 1.5.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogFile extends ContextAwareBase implements Configurator {
    /** The system property that names the folder; without it Logback is left to what it finds. */
    static final String FOLDER = "elboroom.logs";

    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{30} - %msg%n";
    private static final int OLDER = 3;
    private static final long BYTES = 2 * FileSize.MB_COEFFICIENT;

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        // A folder that cannot be written to is no reason to say so at each start.
        log.getStatusManager().add(new NopStatusListener());
        log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        log.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file(log, Path.of(folder)));
        log.getLogger("org.nd4j").setLevel(Level.WARN);
        log.getLogger("org.deeplearning4j").setLevel(Level.WARN);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext log, Path folder) {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(log);
        file.setName("FILE");
        file.setFile(folder.resolve("elbo-room.log").toString());

        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(log);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve("elbo-room.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLDER);
        rolling.start();

        SizeBasedTriggeringPolicy<ILoggingEvent> triggering = new SizeBasedTriggeringPolicy<>();
        triggering.setContext(log);
        triggering.setMaxFileSize(new FileSize(BYTES));
        triggering.start();

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(log);
        encoder.setPattern(PATTERN);
        encoder.start();

        file.setRollingPolicy(rolling);
        file.setTriggeringPolicy(triggering);
        file.setEncoder(encoder);
        file.start();
        return file;
    }
}
