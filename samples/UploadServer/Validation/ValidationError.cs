namespace UploadServer.Validation;

/// <summary>A value at fault, in the shape that FastAPI gives it.</summary>
/// <param name="Loc">Where the value is, such as <c>body</c>, <c>size_bytes</c>.</param>
/// <param name="Msg">What is wrong, for people.</param>
/// <param name="Type">What is wrong, for programs.</param>
internal sealed record ValidationError(IReadOnlyList<string> Loc, string Msg, string Type);
