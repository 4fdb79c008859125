package elboroom.app.lessons;

import elboroom.app.ShellModel;
import elboroom.app.evidence.EvidenceModel;
import elboroom.app.explore.ExploreModel;
import elboroom.app.geometry.GeometryModel;
import elboroom.app.train.TrainModel;
import elboroom.app.trick.TrickModel;

/** The models of the tabs that lessons set and read. */
public record LessonSources(
        ShellModel shell,
        ExploreModel explore,
        EvidenceModel evidence,
        TrickModel trick,
        GeometryModel geometry,
        TrainModel train) {}
