using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;


namespace UploadGen.Generator.Emission.Client;

/// <summary>A parameter of a generated method.</summary>
/// <param name="Type">Its type, without the <c>?</c> of an optional one.</param>
internal sealed record MethodParameter(string Name, string Type, bool IsRequired, string Description, string Attribute = "")
{
    public static MethodParameter Progress { get; } = new("progress", Known.Progress, false, "Told of the bytes sent.");

    public string Declaration
        => Type == Known.CancellationToken ? $"{Type} {Name} = default"
            : IsRequired ? $"{Attribute}{Type} {Name}"
            : $"{Attribute}{Type}? {Name} = null";

    public static MethodParameter CancellationToken(string description) => new("cancellationToken", Known.CancellationToken, false, description);
}

/// <summary>The parameters of an operation's method: what must be said first, the CancellationToken last.</summary>
internal static class MethodParameters
{
    public static IReadOnlyList<MethodParameter> Of(OperationModel operation)
    {
        var own = operation.Parameters.Select(Parameter).ToList();
        var ordered = own.Where(parameter => parameter.IsRequired)
            .Concat(Body(operation.Body))
            .Concat(own.Where(parameter => !parameter.IsRequired))
            .OrderBy(parameter => !parameter.IsRequired)
            .ToList();
        if (BodyText.HasFile(operation.Body))
        {
            ordered.Add(MethodParameter.Progress);
        }

        ordered.Add(MethodParameter.CancellationToken("Ends the call."));
        return ordered;
    }

    public static MethodParameter Parameter(ParameterModel parameter) => new(
        parameter.Name,
        TypeText.Of(parameter.Type.AsNonNullable()),
        parameter.IsRequired,
        Describe(parameter.Description, parameter.WireName, parameter.Limits),
        (parameter.IsSessionId ? $"[{Known.Annotations}.UploadSessionId] " : parameter.IsMediaType ? $"[{Known.Annotations}.UploadMediaType] " : "")
            + Attributes(parameter.Type, parameter.IsRequired, parameter.Limits));

    private static IEnumerable<MethodParameter> Body(BodyModel? body) => body switch
    {
        JsonBodyModel json => [new MethodParameter(json.Parameter, TypeText.Of(json.Type.AsNonNullable()), json.IsRequired, json.Description is { Length: > 0 } text ? text : "What is sent.")],
        TextBodyModel text => [new MethodParameter(text.Parameter, "string", text.IsRequired, $"{XmlDoc.Sentence(text.Description is { Length: > 0 } given ? given : "The body")} Media type: {text.ContentType}.")],
        BinaryBodyModel binary => [new MethodParameter(binary.Parameter, Known.UploadContent, binary.IsRequired, File(binary.Description, binary.ContentType, binary.MaxLength))],
        FormBodyModel form => form.Fields.SelectMany(field => field.Headers.Select(Header).Prepend(Field(field))),
        _ => [],
    };

    public static MethodParameter Property(PropertyModel property, string name) => new(
        name,
        TypeText.Of(property.Type.AsNonNullable()),
        property.IsRequired,
        Describe(property.Description, property.JsonName, property.Limits),
        Attributes(property.Type, property.IsRequired, property.Limits));

    private static MethodParameter Field(FormFieldModel field) => new(
        field.Name,
        TypeText.Of(field.Type),
        field.IsRequired,
        field.IsFile ? File(field.Description, field.ContentType, field.MaxLength) : Describe(field.Description, field.WireName, field.Limits),
        field.IsFile ? "" : Attributes(field.Type, field.IsRequired, field.Limits));

    private static MethodParameter Header(PartHeaderModel header)
        => new(header.Name, TypeText.Of(header.Type.AsNonNullable()), header.IsRequired, Describe(header.Description, header.WireName, LimitsModel.None));

    private static string Attributes(TypeRef type, bool isRequired, LimitsModel limits)
        => string.Concat(AttributeText.Write(limits, isRequired ? type.AsNonNullable() : type.AsNullable()).Select(attribute => attribute + " "));

    private static string Describe(string? description, string wireName, LimitsModel limits)
        => XmlDoc.Sentence(description is { Length: > 0 } text ? text : XmlDoc.Humanize(wireName)) + (limits.Sentence is { } sentence ? " " + sentence : "");

    private static string File(string? description, string? contentType, long? maxLength)
    {
        var text = XmlDoc.Sentence(description is { Length: > 0 } given ? given : "The file");
        text += maxLength is { } limit ? $" Up to {limit.ToString(System.Globalization.CultureInfo.InvariantCulture)} bytes." : "";
        return text + (contentType is { Length: > 0 } type ? $" Media type: {type}." : "");
    }
}
