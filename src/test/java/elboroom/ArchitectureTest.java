package elboroom;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.net.URL;
import javafx.application.HostServices;

/** What each package may use; the table is in docs/architecture.md. */
@AnalyzeClasses(packages = "elboroom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ENGINE = {"org.nd4j..", "org.deeplearning4j..", "org.bytedeco.."};
    private static final String[] WINDOW = {"javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp.."};

    @ArchTest
    static final ArchRule dataUsesPlainJava = classes()
            .that()
            .resideInAPackage("elboroom.data..")
            .should()
            .onlyDependOnClassesThat(
                    are(resideInAnyPackage("elboroom.data..", "java..", "javax.imageio..", "org.jspecify..")))
            .because("readers and generators are used by everything, so they stand on nothing but the JDK, whose image"
                    + " readers need no screen");

    @ArchTest
    static final ArchRule rasterUsesPlainJava = classes()
            .that()
            .resideInAPackage("elboroom.raster..")
            .should()
            .onlyDependOnClassesThat(are(resideInAnyPackage(
                    "elboroom.raster..", "elboroom.data..", "java..", "javax.imageio..", "org.jspecify..")))
            .because("pictures are computed as int[] pixels, alike in the window, on the command line and in tests");

    @ArchTest
    static final ArchRule modelKnowsNoEngine = noClasses()
            .that(resideInAPackage("elboroom.model..")
                    .and(DescribedPredicate.not(resideInAnyPackage("elboroom.model.dl4j..", "elboroom.model.layer.."))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE)
            .because("a model may come from elsewhere; only model.dl4j knows that ours are DL4J graphs");

    @ArchTest
    static final ArchRule layersUseOpenBlasOnly = noClasses()
            .that()
            .resideInAPackage("elboroom.model.layer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "elboroom.model.dl4j..")
            .because("a stored model opens without ND4J, which takes seconds to start and hundreds of megabytes");

    @ArchTest
    static final ArchRule onlyModelOnnxKnowsOnnxRuntime = noClasses()
            .that()
            .resideOutsideOfPackage("elboroom.model.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..")
            .because("its native code is loaded for models made elsewhere, and for nothing else");

    @ArchTest
    static final ArchRule modelStandsBelowTheRest = noClasses()
            .that()
            .resideInAPackage("elboroom.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "elboroom.train..",
                    "elboroom.measure..",
                    "elboroom.latent..",
                    "elboroom.bench..",
                    "elboroom.app..",
                    "elboroom.cli..")
            .because("everything is built upon the model, never the reverse");

    @ArchTest
    static final ArchRule latentUsesTheModelOnly = noClasses()
            .that()
            .resideInAPackage("elboroom.latent..")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage(ENGINE)
                    .or(resideInAnyPackage(
                            "elboroom.train..", "elboroom.measure..", "elboroom.app..", "elboroom.cli.."))))
            .because("paths and projections are geometry on float[], whatever model decodes them");

    @ArchTest
    static final ArchRule lessonsArePlainText = classes()
            .that()
            .resideInAPackage("elboroom.lesson..")
            .should()
            .onlyDependOnClassesThat(
                    are(resideInAnyPackage("elboroom.lesson..", "elboroom.data..", "java..", "org.jspecify..")))
            .because("a lesson can be read, checked and printed without the program that it is about");

    @ArchTest
    static final ArchRule benchMeasuresWithoutAWindow = noClasses()
            .that()
            .resideInAPackage("elboroom.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("elboroom.app..", "elboroom.cli..")
            .because("the window measures itself, in elboroom.app, and the command puts both together");

    @ArchTest
    static final ArchRule onlyAppKnowsTheWindow = noClasses()
            .that()
            .resideOutsideOfPackage("elboroom.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WINDOW)
            .because("everything but the window must work without one");

    @ArchTest
    static final ArchRule nobodyDependsOnApp = noClasses()
            .that()
            .resideOutsideOfPackages("elboroom.app..", "elboroom.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("elboroom.app..")
            .because("the window uses everything and nothing uses the window, save the command that opens it");

    @ArchTest
    static final ArchRule nobodyDependsOnTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("elboroom.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("elboroom.cli..")
            .because("commands are one way in among two");

    @ArchTest
    static final ArchRule noArraysOfTheEngineBetweenPackages = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(resideInAnyPackage("elboroom..")
                    .and(DescribedPredicate.not(resideInAPackage("elboroom.model.dl4j.."))))
            .should()
            .haveRawReturnType("org.nd4j.linalg.api.ndarray.INDArray")
            .because("what crosses a package is float[] or a small record");

    @ArchTest
    static final ArchRule viewModelsKnowNoViews = noClasses()
            .that(are(resideInAPackage("elboroom.app..")).and(nameEndsWith("Model")))
            .should()
            .dependOnClassesThat(
                    are(resideInAnyPackage("javafx.scene..", "javafx.stage..").or(nameEndsWith("View"))))
            .because("a view model is tested without a window");

    @ArchTest
    static final ArchRule noSingletons = methods()
            .that()
            .areStatic()
            .should()
            .haveNameNotMatching("getInstance|instance|get")
            .because("dependencies are handed to constructors; there is one composition root");

    @ArchTest
    static final ArchRule noMutableStatics = fields().that()
            .areStatic()
            .and()
            .doNotHaveName("$assertionsDisabled")
            .should()
            .beFinal()
            .because("what can change belongs to an object with an owner");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("elboroom.(*)..").should().beFreeOfCycles().because("a cycle makes two packages one");

    private static DescribedPredicate<JavaClass> nameEndsWith(String ending) {
        return DescribedPredicate.describe(
                "name ends with " + ending, c -> c.getSimpleName().endsWith(ending));
    }

    @ArchTest
    static final ArchRule nothingTalksToANetwork = noClasses()
            .should()
            .dependOnClassesThat(are(resideInAnyPackage("java.net.http..", "javax.net..", "java.rmi..", "com.sun.net..")
                    .or(simpleNameStartingWith("Socket"))
                    .or(simpleNameEndingWith("Socket"))
                    .or(simpleNameEndingWith("SocketChannel"))
                    .or(simpleNameEndingWith("DatagramChannel"))
                    .or(simpleNameEndingWith("URLConnection"))
                    .or(simpleNameStartingWith("InetAddress"))
                    .or(type(HostServices.class))))
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(URL.class, "openConnection")
            .because("the program keeps to its computer; NoNetworkTest looks at what it does");

    private static final DescribedPredicate<JavaClass> OF_DL4J = DescribedPredicate.describe(
            "built on DL4J or ND4J",
            type -> type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency -> resideInAnyPackage("org.nd4j..", "org.deeplearning4j..")
                            .test(dependency.getTargetClass())));

    @ArchTest
    static final ArchRule onlyTheGraphNeedsDl4j = classes()
            .that(OF_DL4J)
            .should()
            .onlyHaveDependentClassesThat(OF_DL4J)
            .because("packages leave DL4J and ND4J out, see src/installer/build.xml");

    @ArchTest
    static final ArchRule noFileNamesAClass = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("elboroom.app.PulseRate")
            .should()
            .dependOnClassesThat(are(type(ObjectInputStream.class)
                    .or(simpleNameEndingWith("XMLDecoder"))
                    .or(simpleNameStartingWith("JsonTypeInfo"))
                    .or(simpleNameEndingWith("TypeValidator"))))
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethod(ClassLoader.class, "loadClass", String.class)
            .because(
                    "what is read from a file is numbers and text; the one class that is looked up has its name in the code");
}
