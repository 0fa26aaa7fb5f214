using UploadGen.Generator.Collections;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>The calls for bodies that are sent or read item by item.</summary>
internal static class ItemText
{
    /// <summary>The call that puts items into a request.</summary>
    public static string RequestCall(ItemsBodyModel body)
        => $".{body.Format}({body.Parameter}, {JsonText.Writer(body.Type.Item)}, {CSharpText.Literal(body.ContentType)})";

    /// <summary>The call that says of a success how its items are read.</summary>
    public static string ResponseCall(ResponseModel response)
    {
        var items = response.Items!;
        var reader = JsonText.Reader(((StreamType)response.Type!).Item);
        return $".{items.Format}({CSharpText.Literal(response.Status)}, {reader}{(items.Events is { } events ? ", " + Format(events) : "")})";
    }

    private static string Format(EventFormatModel events)
    {
        string[] members =
        [
            events.IsData ? "IsData = true" : "",
            events.IsText ? "IsText = true" : "",
            Texts("Others", events.Others),
            Texts("Texts", events.Texts),
            Texts("Ends", events.Ends),
            Texts("Last", events.Last),
        ];
        return $"new {Known.EventFormat} {{ {string.Join(", ", members.Where(member => member.Length > 0))} }}";
    }

    private static string Texts(string member, EquatableArray<string> texts)
        => texts.Count == 0 ? "" : $"{member} = [{string.Join(", ", texts.Select(CSharpText.Literal))}]";
}
