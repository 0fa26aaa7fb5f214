using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Projects;

/// <summary>A document that generates into a namespace.</summary>
internal sealed record NamespaceClaim(string Source, string Namespace);

/// <summary>
/// Gives each namespace to one document: two in one would have types and files of the same name, and one such file would
/// silence the generator for the whole project.
/// </summary>
internal static class NamespaceOwners
{
    /// <summary>The documents that come too late, each with the one it must give way to. The order is that of their paths.</summary>
    public static EquatableArray<NamespaceConflict> FindConflicts(IEnumerable<NamespaceClaim> claims)
        => claims
            .GroupBy(claim => claim.Namespace, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.OrderBy(claim => claim.Source, StringComparer.Ordinal).ToList())
            .SelectMany(group => group.Skip(1).Select(claim => new NamespaceConflict(claim.Source, claim.Namespace, group[0].Source)))
            .ToEquatableArray();
}

/// <param name="Source">The document that is left out.</param>
/// <param name="Owner">The document that has the namespace.</param>
internal sealed record NamespaceConflict(string Source, string Namespace, string Owner);
