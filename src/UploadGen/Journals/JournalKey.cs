namespace UploadGen.Core;

/// <summary>What a journal knows a file by.</summary>
/// <param name="Flow">The flow's name.</param>
/// <param name="File">The file's identity.</param>
internal readonly record struct JournalKey(string Flow, string File);
