using System.Globalization;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Client;

/// <summary>A parameter of a generated method as C# writes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, without the <c>?</c> of an optional one.</param>
/// <param name="IsRequired">Whether the caller must say something.</param>
/// <param name="Description">What its documentation says.</param>
/// <param name="Attributes">Its attributes, each with a space behind it.</param>
internal sealed record MethodParameterText(string Name, string Type, bool IsRequired, string Description, string Attributes = "")
{
    public static MethodParameterText Progress { get; } = new("progress", Known.Progress, false, "Told of the bytes sent.");

    /// <summary>How a public method declares it.</summary>
    public string Declaration
        => Type == Known.CancellationToken ? $"{Type} {Name} = default"
            : IsRequired ? $"{Attributes}{Type} {Name}"
            : $"{Attributes}{Type}? {Name} = null";

    /// <summary>How a private method declares it, to which everything is handed on.</summary>
    public string Handed => $"{Type}{(IsRequired ? "" : "?")} {Name}";

    /// <summary>The same as a function of the file.</summary>
    public MethodParameterText PerFile
        => new(Name, $"{Known.Func}<{Known.UploadContent}, {Type}{(IsRequired ? "" : "?")}>", IsRequired, Description + " Asked for each file.");

    /// <summary>What the function gives for a file.</summary>
    public string OfFile(string file) => IsRequired ? $"{Name}({file})" : $"{Name}?.Invoke({file})";

    public static MethodParameterText CancellationToken(string description) => new("cancellationToken", Known.CancellationToken, false, description);

    /// <summary>The parameters of an operation's method, with the attributes that say what they are limited to and what they are in a flow.</summary>
    public static IReadOnlyList<MethodParameterText> From(IEnumerable<MethodParameterModel> parameters, OperationRoleModel? role)
        => parameters.Select(parameter => From(parameter) with { Attributes = Role(parameter, role) + Limits(parameter) }).ToList();

    /// <summary>A parameter without attributes.</summary>
    public static MethodParameterText From(MethodParameterModel parameter) => parameter switch
    {
        ValueParameterModel value => new(value.Name, TypeText.Write(value.Type.AsNonNullable()), value.IsRequired, Describe(value)),
        BodyParameterModel body => new(body.Name, TypeText.Write(body.Type.AsNonNullable()), body.IsRequired, Given(body.Description, "What is sent.")),
        TextParameterModel text => new(text.Name, "string", text.IsRequired, Describe(text)),
        FileParameterModel file => new(file.Name, TypeText.Write(file.Type), file.IsRequired, Describe(file)),
        ProgressParameterModel progress => Progress with { Name = progress.Name },
        _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
    };

    private static string Role(MethodParameterModel parameter, OperationRoleModel? role)
        => parameter.Name == role?.SessionId ? $"[{Known.Annotations}.UploadSessionId] "
            : parameter.Name == role?.MediaType ? $"[{Known.Annotations}.UploadMediaType] "
            : "";

    private static string Limits(MethodParameterModel parameter)
    {
        if (parameter is not ValueParameterModel value)
        {
            return "";
        }

        var type = value.IsRequired ? value.Type.AsNonNullable() : value.Type.AsNullable();
        return string.Concat(AttributeText.Write(value.Limits, type).Select(attribute => attribute + " "));
    }

    private static string Describe(ValueParameterModel value)
    {
        var limits = value.Limits.Sentence is { } sentence ? " " + sentence : "";
        return XmlDoc.Sentence(Given(value.Description, XmlDoc.Humanize(value.WireName))) + limits;
    }

    private static string Describe(TextParameterModel text) => $"{XmlDoc.Sentence(Given(text.Description, "The body"))} Media type: {text.ContentType}.";

    private static string Describe(FileParameterModel file)
    {
        var text = XmlDoc.Sentence(Given(file.Description, "The file"));
        text += file.MaxLength is { } limit ? $" Up to {limit.ToString(CultureInfo.InvariantCulture)} bytes." : "";
        return text + (file.ContentType is { Length: > 0 } type ? $" Media type: {type}." : "");
    }

    private static string Given(string? description, string otherwise) => description is { Length: > 0 } ? description : otherwise;
}
