namespace UploadGen.Core;

/// <summary>Which request is sent, for traces and metrics.</summary>
/// <param name="OperationId">The document's id of the operation; for the PUT to storage, of the one that gave the URL.</param>
/// <param name="Template">The path as the document has it, with parameters in braces; <see langword="null"/> for storage, where each path is different.</param>
/// <param name="Number">Counts from 1.</param>
/// <param name="Secrets">What must not be told.</param>
internal readonly record struct RequestAttempt(string OperationId, string? Template, int Number, KnownSecrets? Secrets = null);
