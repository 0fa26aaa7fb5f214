namespace UploadGen;

/// <summary>How far an upload was when it was recorded in an <see cref="IUploadJournal"/>. The names are what journals write down, and stay.</summary>
public enum JournalEvent
{
    /// <summary>The one request of an upload, or the last of those that nothing confirms, is about to be sent: from here on the API may have the file.</summary>
    Sending,

    /// <summary>The file is in storage and about to be confirmed: from here on the API may have it.</summary>
    Stored,

    /// <summary>The API has the file.</summary>
    Uploaded,

    /// <summary>An upload is open with the API that another run can go on with: parts that are recorded from here on need not be sent again.</summary>
    Opened,
}
