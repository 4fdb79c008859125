package elboroom.app.settings;

import elboroom.data.own.KeptData;

/**
 * A copy of own data, on the disk.
 *
 * @param data what it is a copy of
 * @param bytes that it takes
 */
public record KeptCopy(KeptData data, long bytes) {}
