namespace UploadGen;

/// <summary>How far an upload was when it was recorded in an <see cref="UploadJournal"/>. The names are what journals write down, and stay.</summary>
public enum JournalEvent
{
    /// <summary>The one request of an upload is about to be sent: from here on the API may have the file.</summary>
    Sending,

    /// <summary>The file is in storage and about to be confirmed: from here on the API may have it.</summary>
    Stored,

    /// <summary>The API has the file.</summary>
    Uploaded,
}
