using UploadGen.Core;

namespace UploadGen.Analyzers.Limits;

/// <summary>A format of strings, such as <c>email</c>.</summary>
internal sealed class FormatLimit(string format) : ILimit
{
    public string Allowed => $"text of the format {format}";

    public string? FindBreach(object constant) => constant is string text && !StringFormat.IsValid(format, text) ? LimitText.Quote(text) : null;
}
