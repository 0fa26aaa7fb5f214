using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>What completing an upload takes of its parts.</summary>
internal sealed class PartsCompletion(FlowDocument document)
{
    /// <summary>What completing takes of the parts, if it takes something of each.</summary>
    public (PropertyModel? List, bool IsStated) ListOf(FoundParts flow, FoundStep confirm)
    {
        var properties = document.Request(confirm.Operation)?.Properties ?? [];
        if (flow.Stated?.List is not { } name)
        {
            return (properties.FirstOrDefault(PartMembers.IsList), false);
        }

        var stated = properties.FirstOrDefault(property => property.JsonName == name && property.Type.AsNonNullable() is ListType);
        if (stated is null)
        {
            var problem = $"'{confirm.Operation.Id}' takes no list '{name}'. What it takes of the parts is looked for; correct parts.list";
            document.ReportNotBound(flow.Create, problem, flow.Stated.Place);
        }

        return (stated ?? properties.FirstOrDefault(PartMembers.IsList), stated is not null);
    }

    /// <summary>The step that completes the upload, with what it takes of the parts and of the file.</summary>
    /// <param name="confirm">The step.</param>
    /// <param name="list">What takes something of the parts.</param>
    /// <param name="taken">What it takes.</param>
    public static FoundStep Complete(FoundStep confirm, PropertyModel? list, Origin? taken)
    {
        var digests = confirm.Operation.Parameters
            .Where(PartMembers.IsDigest)
            .Select(parameter => FoundArgument.Parameter(parameter.Name, new DigestOrigin(DigestForm.Sha)));
        var parts = list is null || taken is null ? Array.Empty<FoundArgument>() : [FoundArgument.Property(list.Name, taken)];
        return confirm with { Arguments = [.. confirm.Arguments, .. digests, .. parts] };
    }

    public static string Unknown(FoundStep confirm, PropertyModel list)
        => $"'{confirm.Operation.Id}' wants {list.JsonName}, and which answers those are isn't known";

    /// <summary>What the items of a list are.</summary>
    public static TypeRef ItemOf(PropertyModel list) => ((ListType)list.Type.AsNonNullable()).Item.AsNonNullable();
}
