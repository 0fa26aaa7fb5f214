namespace UploadGen.Core;

/// <summary>What a journal records of a file. The names stand in the file.</summary>
internal enum JournalEvent
{
    /// <summary>The one request of an upload is about to be sent: from here on the API may have the file.</summary>
    Sending,

    /// <summary>The file is in storage, and about to be confirmed: from here on the API may have it.</summary>
    Stored,

    /// <summary>The API has the file.</summary>
    Uploaded,

    /// <summary>The API doesn't have the file, or the user wants it uploaded again: as if nothing had been recorded.</summary>
    Forgotten,
}
