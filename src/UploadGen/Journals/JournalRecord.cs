namespace UploadGen;

/// <summary>What an <see cref="IUploadJournal"/> has recorded of a file. Only the last record of a file counts.</summary>
/// <param name="Event">How far the upload was.</param>
/// <param name="Value">
/// What the next run needs, as JSON in UTF-8 and without secrets: what goes on with the upload or confirms it, or its result. <see langword="null"/> where
/// nothing was given.
/// </param>
public readonly record struct JournalRecord(JournalEvent Event, ReadOnlyMemory<byte>? Value = null);
