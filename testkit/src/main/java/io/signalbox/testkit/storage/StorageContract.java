package io.signalbox.testkit.storage;

/** Everything that an engine relies on in its storage. A test class implements this for the storage that it tries. */
public interface StorageContract extends LeaseContract, CommitContract, ReadContract, WatchContract, JournalContract {}
