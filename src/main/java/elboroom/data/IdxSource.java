package elboroom.data;

import java.nio.file.Path;

/**
 * A dataset in four gzipped IDX files of one folder: {@code train-images.idx3-ubyte.gz}, {@code
 * train-labels.idx1-ubyte.gz} and the same for {@code test}.
 */
record IdxSource(Dataset dataset, Path folder) implements DatasetSource {
    @Override
    public ImageSet train() {
        return read("train", dataset.trainId(), dataset.trainSize());
    }

    @Override
    public ImageSet test() {
        return read("test", dataset.testId(), dataset.testSize());
    }

    private ImageSet read(String split, String id, int size) {
        Path images = folder.resolve(split + "-images.idx3-ubyte.gz");
        Path labels = folder.resolve(split + "-labels.idx1-ubyte.gz");
        ImageSet set = Idx.readImageSet(id, images, labels, dataset.classNames());
        if (set.size() != size || !set.shape().equals(dataset.shape())) {
            throw new InputException("%s: holds %,d images of %s; expected the %,d images of %s of %s"
                    .formatted(images, set.size(), set.shape(), size, dataset.shape(), id));
        }
        return set;
    }
}
