namespace UploadGen.Core;

/// <summary>An error that the document describes for an operation.</summary>
/// <param name="Description">What the document says about it.</param>
/// <param name="Read">
/// Makes the typed exception from the message, the facts, the answer and its body; <see langword="null"/> when the error has no schema.
/// </param>
/// <param name="Reader">How the body is read.</param>
internal sealed record DocumentedError(
    string? Description, Func<string, ApiFailure, HttpResponseMessage, ReadOnlyMemory<byte>, ApiException>? Read, object? Reader = null);
