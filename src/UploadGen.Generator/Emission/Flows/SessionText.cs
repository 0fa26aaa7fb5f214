using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>
/// C# expressions that read and write all of what opening an upload gave: its JSON, and the headers of the answer, which no JSON has.
/// </summary>
internal static class SessionText
{
    /// <summary>The properties of a session that headers told.</summary>
    public static IReadOnlyList<PropertyModel> Headers(ApiModel model, NamedType session)
        => model.Types.OfType<RecordModel>()
            .Where(type => type.Name == session.Name)
            .SelectMany(type => type.Properties)
            .Where(property => property.IsHeader)
            .ToList();

    public static string Reader(NamedType session, IReadOnlyList<PropertyModel> headers)
    {
        if (headers.Count == 0)
        {
            return JsonText.Reader(session);
        }

        var members = string.Join(", ", headers.Select(header => $"{header.Name} = header({CSharpText.Literal(header.JsonName)})"));
        return $"{Known.SessionHeaders}.Reader({JsonText.Reader(session)}, static (session, header) => session with {{ {members} }})";
    }

    public static string Writer(NamedType session, IReadOnlyList<PropertyModel> headers)
    {
        if (headers.Count == 0)
        {
            return JsonText.Writer(session);
        }

        var values = string.Join(", ", headers.Select(header => $"new({CSharpText.Literal(header.JsonName)}, session.{header.Name})"));
        return $"{Known.SessionHeaders}.Writer<{session.Name}>({JsonText.Writer(session)}, static session => [{values}])";
    }
}
