namespace UploadGen;

/// <summary>What an <see cref="UploadJournal"/> knows a file by.</summary>
/// <param name="Flow">Name of the flow that uploads the file, such as <c>Asset</c>: one file may be uploaded by several.</param>
/// <param name="File">Identity of the file, the same in every run of the program.</param>
public readonly record struct JournalKey(string Flow, string File);
