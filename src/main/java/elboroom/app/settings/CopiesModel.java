package elboroom.app.settings;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.widget.Numbers;
import elboroom.data.Dataset;
import elboroom.data.own.KeptData;
import elboroom.data.own.OwnData;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The copies of own data that are kept, as a list; each can be forgotten while nothing shows it. */
public final class CopiesModel {
    private final OwnData own;
    private final WorkQueue worker;
    private final Function<Dataset, String> use;
    private final Consumer<Dataset> gone;
    private final Consumer<String> messages;
    private final ReadOnlyObjectWrapper<List<KeptCopy>> copies = new ReadOnlyObjectWrapper<>(this, "copies", List.of());

    /**
     * @param worker does what has to do with the disk
     * @param use tells where data is shown now; empty for nowhere
     * @param gone told of data that is about to be deleted: it leaves all lists
     * @param messages told what has been done
     */
    public CopiesModel(
            OwnData own,
            WorkQueue worker,
            Function<Dataset, String> use,
            Consumer<Dataset> gone,
            Consumer<String> messages) {
        this.own = own;
        this.worker = worker;
        this.use = use;
        this.gone = gone;
        this.messages = messages;
    }

    /** By name. */
    public ReadOnlyObjectProperty<List<KeptCopy>> copiesProperty() {
        return copies.getReadOnlyProperty();
    }

    /** Why a copy cannot be forgotten now; empty if it can. */
    public String obstacle(KeptCopy copy) {
        return use.apply(copy.data().dataset());
    }

    /** Looks which there are. */
    public void refresh() {
        worker.submit("own copies", this::list, copies::set);
    }

    private List<KeptCopy> list() {
        // Damaged ones were told of at the start.
        return own.kept(problem -> {}).stream()
                .map(kept -> new KeptCopy(kept, OwnData.bytes(kept)))
                .toList();
    }

    /** Deletes a copy, unless it is shown; the source stays. */
    public void forget(KeptCopy copy) {
        if (!obstacle(copy).isEmpty()) {
            return;
        }
        KeptData kept = copy.data();
        copies.set(copies.get().stream().filter(each -> !each.equals(copy)).toList());
        gone.accept(kept.dataset());
        worker.submitNamed(
                "forget " + kept.dataset().id(),
                "deleting the copy of " + kept.dataset().title(),
                () -> {
                    OwnData.forget(kept);
                    return kept;
                },
                deleted -> {
                    messages.accept("Deleted the copy of “%s”, %s; %s stays as it is"
                            .formatted(deleted.dataset().title(), size(copy.bytes()), deleted.source()));
                    refresh();
                },
                this::refresh);
    }

    /** Bytes for people, in the units of 1,000 that disks are sold by. */
    public static String size(long bytes) {
        if (bytes < 1_000_000) {
            return Numbers.fixed(bytes / 1e3, bytes < 10_000 ? 1 : 0) + " kB";
        }
        return bytes < 1_000_000_000
                ? Numbers.fixed(bytes / 1e6, bytes < 10_000_000 ? 1 : 0) + " MB"
                : Numbers.fixed(bytes / 1e9, 1) + " GB";
    }
}
