package elboroom.app;

import elboroom.app.compare.CompareModel;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Workspace;
import elboroom.app.interpolate.InterpolateModel;
import elboroom.app.train.RunMatter;
import elboroom.app.train.Setup;
import elboroom.app.train.SetupField;
import elboroom.app.train.TrainModel;
import elboroom.data.Dataset;

/** Where data is shown, and how the window parts with data that is deleted. */
record DataInUse(
        Workspace workspace,
        ExploreModel explore,
        InterpolateModel interpolate,
        CompareModel compare,
        TrainModel train) {
    /** Which tab shows it, so that it cannot go now; empty for none. */
    String where(Dataset data) {
        if (data.isSplit(explore.state().data())) {
            return "Shown in Explore now";
        }
        if (data.isSplit(compare.state().data())) {
            return "Shown in Compare now";
        }
        RunMatter run = train.run().runProperty().get();
        return run != null && run.dataset().id().equals(data.id()) ? "Of the run in Train" : "";
    }

    /** It leaves the lists, and with it the steps of undo that lead back to it. */
    void leave(Dataset data) {
        workspace.remove(data);
        explore.dropSteps(data);
        interpolate.dropSteps(data);
        compare.dropSteps(data);
        if (train.setup().setup().text(SetupField.DATA).equals(data.id())) {
            train.setup().chooseData(Setup.USUAL.text(SetupField.DATA));
        }
    }
}
