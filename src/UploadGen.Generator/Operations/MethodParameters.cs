using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Operations;

/// <summary>Decides which parameters an operation's method has, and in which order.</summary>
internal static class MethodParameters
{
    private const string Progress = "progress";

    /// <summary>Required parameters, required values of the body, its optional ones, optional parameters. Where a file is sent, the progress is last.</summary>
    public static EquatableArray<MethodParameterModel> Order(IReadOnlyList<ParameterModel> parameters, BodyModel? body)
    {
        var own = parameters.Select(From).ToList();
        var all = own.Where(parameter => parameter.IsRequired)
            .Concat(From(body))
            .Concat(own.Where(parameter => !parameter.IsRequired))
            .OrderBy(parameter => !parameter.IsRequired);
        return all.Concat(body is { SendsFile: true } ? [new ProgressParameterModel(Progress)] : []).ToEquatableArray();
    }

    public static MethodParameterModel From(ParameterModel parameter)
        => new ValueParameterModel(parameter.Name, parameter.WireName, parameter.Type, parameter.IsRequired, parameter.Description, parameter.Limits);

    /// <summary>A member of a body, as a parameter of its own.</summary>
    public static MethodParameterModel From(PropertyModel property, string name)
        => new ValueParameterModel(name, property.JsonName, property.Type, property.IsRequired, property.Description, property.Limits);

    private static IEnumerable<MethodParameterModel> From(BodyModel? body) => body switch
    {
        JsonBodyModel json => [new BodyParameterModel(json.Parameter, json.Type, json.IsRequired, json.Description)],
        ItemsBodyModel items => [new BodyParameterModel(items.Parameter, items.Type, items.IsRequired, items.Description)],
        TextBodyModel text => [new TextParameterModel(text.Parameter, text.ContentType, text.IsRequired, text.Description)],
        BinaryBodyModel file => [new FileParameterModel(file.Parameter, new FileType(), file.ContentType, file.MaxLength, file.IsRequired, file.Description)],
        FormBodyModel form => form.Fields.SelectMany(field => field.Headers.Select(From).Prepend(From(field))),
        _ => [],
    };

    private static MethodParameterModel From(FormFieldModel field)
        => field.IsFile
            ? new FileParameterModel(field.Name, field.Type, field.ContentType, field.MaxLength, field.IsRequired, field.Description)
            : new ValueParameterModel(field.Name, field.WireName, field.Type, field.IsRequired, field.Description, field.Limits);

    private static MethodParameterModel From(PartHeaderModel header)
        => new ValueParameterModel(header.Name, header.WireName, header.Type, header.IsRequired, header.Description, LimitsModel.None);
}
