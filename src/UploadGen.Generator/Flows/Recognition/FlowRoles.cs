using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Finds what the file itself answers of the request that opens an upload.</summary>
internal static class FlowRoles
{
    /// <param name="stated">What the document states; a role that it states isn't looked for.</param>
    public static IEnumerable<FoundRole> Find(FlowDocument document, OperationModel create, IReadOnlyList<FoundRole> stated)
    {
        var taken = new HashSet<FileRole>(stated.Select(role => role.Role));
        var members = (document.Request(create)?.Properties ?? EquatableArray<PropertyModel>.Empty)
            .Select(property => RoleOf(document, property) is { } role ? new FoundRole(property.Name, role) : null);
        var parameters = create.Parameters
            .Select(parameter => FlowMembers.RoleOf(parameter) is { } role ? new FoundRole(parameter.Name, role, IsParameter: true) : null);
        var found = members.Concat(parameters).OfType<FoundRole>()
            .Where(role => !stated.Any(other => other.Name == role.Name && other.IsParameter == role.IsParameter));
        return stated.Concat(found.Where(role => taken.Add(role.Role)));
    }

    private static FileRole? RoleOf(FlowDocument document, PropertyModel property)
        => FlowMembers.RoleOf(property) ?? AllowedType(document, property.Type, property.JsonName);

    /// <summary>
    /// A media type of which the document lists those allowed. A list of anything else (<c>image</c>, <c>video</c>) is the caller's to choose from.
    /// </summary>
    private static FileRole? AllowedType(FlowDocument document, TypeRef type, string name)
        => FlowMembers.IsMediaType(name) && document.Enum(type)?.Values.All(value => value.Value.Contains("/")) == true ? FileRole.MediaType : null;
}
