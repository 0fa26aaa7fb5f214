namespace UploadGen;

/// <summary>What an <see cref="IUploadJournal"/> knows a file by.</summary>
/// <param name="Api">
/// The API's base address, as far as it can hold no secret, and the account (<see cref="UploadClientOptions.Account"/>) if it was said: what one account has uploaded, another
/// has not.
/// </param>
/// <param name="Flow">Name of the flow that uploads the file, such as <c>Asset</c>: one file may be uploaded by several.</param>
/// <param name="File">Identity of the file, the same in every run of the program.</param>
public readonly record struct JournalKey(string Api, string Flow, string File);
