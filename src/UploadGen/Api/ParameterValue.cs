using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A parameter's value as styles see it: a text, items or members. What is null or holds nothing is left out (RFC 6570, section 2.3).</summary>
internal sealed class ParameterValue
{
    private ParameterValue(string text) => Text = text;

    /// <summary>The value as one text; JSON when it is made of parts.</summary>
    public string Text { get; }

    public IReadOnlyList<ParameterValue>? Items { get; private init; }

    public IReadOnlyList<KeyValuePair<string, ParameterValue>>? Members { get; private init; }

    public bool IsText => Items is null && Members is null;

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsUndefined => Items is { Count: 0 } || Members is { Count: 0 };

    /// <summary>A scalar, or a list of scalars.</summary>
    public static ParameterValue Of(object value)
        => ParameterText.IsList(value)
            ? new ParameterValue("") { Items = [.. ParameterText.Each(value).Select(text => new ParameterValue(text))] }
            : new ParameterValue(ParameterText.Of(value));

    /// <summary>Whatever can be written as JSON.</summary>
    public static ParameterValue Of<T>(T value, JsonWrite<T> write)
    {
        using var document = JsonDocument.Parse(JsonBody.Write(value, write));
        return Of(document.RootElement) ?? new ParameterValue("null") { Items = [] };
    }

    /// <summary>The value's JSON and nothing else.</summary>
    public static ParameterValue Json<T>(T value, JsonWrite<T> write) => new(Encoding.UTF8.GetString(JsonBody.Write(value, write).Span));

    private static ParameterValue? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => new ParameterValue(element.GetString()!),
        JsonValueKind.Array => new ParameterValue(element.GetRawText()) { Items = [.. element.EnumerateArray().Select(Of).OfType<ParameterValue>()] },
        JsonValueKind.Object => new ParameterValue(element.GetRawText()) { Members = [.. MembersOf(element)] },
        _ => new ParameterValue(element.GetRawText()),
    };

    private static IEnumerable<KeyValuePair<string, ParameterValue>> MembersOf(JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (Of(member.Value) is { } value)
            {
                yield return new(member.Name, value);
            }
        }
    }
}
