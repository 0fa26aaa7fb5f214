namespace UploadGen.Analyzers.Annotations;

/// <summary>The state of an upload that a method must be told to confirm it.</summary>
/// <param name="member">The parameter, or the member of the request, that says it.</param>
/// <param name="value">The text, or the name of an enum's value; null for true or a time.</param>
internal sealed class UploadState(string member, string? value)
{
    public string Member { get; } = member;

    public string? Value { get; } = value;
}
