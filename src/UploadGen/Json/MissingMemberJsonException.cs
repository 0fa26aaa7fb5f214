using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A required member isn't there. Carries its name, so that the JSON path can end in it.</summary>
internal sealed class MissingMemberJsonException(string member) : JsonException($"The required member '{member}' is missing.")
{
    public string Member { get; } = member;
}
