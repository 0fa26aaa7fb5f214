namespace UploadGen.Core;

/// <summary>An item of an answer is longer than the client takes.</summary>
internal sealed class ItemTooLongException : Exception;
