using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>
/// A parameter's value, ready to be written in a style: a text, the items of a list or the members of an object. Items and members that are null are left
/// out (RFC 6570, section 2.3).
/// </summary>
internal sealed class StyledValue
{
    private StyledValue(string text) => Text = text;

    /// <summary>The value as one text; JSON when it is a list or an object.</summary>
    public string Text { get; }

    public IReadOnlyList<StyledValue>? Items { get; private init; }

    public IReadOnlyList<KeyValuePair<string, StyledValue>>? Members { get; private init; }

    public bool IsText => Items is null && Members is null;

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsUndefined => Items is { Count: 0 } || Members is { Count: 0 };

    /// <summary>A scalar, or a list of scalars.</summary>
    public static StyledValue From(object value)
        => WireText.IsList(value)
            ? new StyledValue("") { Items = [.. WireText.FormatEach(value).Select(text => new StyledValue(text))] }
            : new StyledValue(WireText.Format(value));

    /// <summary>Any value that can be written as JSON.</summary>
    public static StyledValue FromJson<T>(T value, JsonWrite<T> write)
    {
        using var document = JsonDocument.Parse(JsonBody.Write(value, write));
        return Read(document.RootElement) ?? new StyledValue("null") { Items = [] };
    }

    /// <summary>A value whose JSON is the text, for <see cref="ParameterStyle.Json"/>.</summary>
    public static StyledValue AsJsonText<T>(T value, JsonWrite<T> write) => new(Encoding.UTF8.GetString(JsonBody.Write(value, write).Span));

    private static StyledValue? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => new StyledValue(element.GetString()!),
        JsonValueKind.Array => new StyledValue(element.GetRawText()) { Items = [.. element.EnumerateArray().Select(Read).OfType<StyledValue>()] },
        JsonValueKind.Object => new StyledValue(element.GetRawText()) { Members = [.. ReadMembers(element)] },
        _ => new StyledValue(element.GetRawText()),
    };

    private static IEnumerable<KeyValuePair<string, StyledValue>> ReadMembers(JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (Read(member.Value) is { } value)
            {
                yield return new(member.Name, value);
            }
        }
    }
}
