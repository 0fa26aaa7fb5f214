using UploadGen.Generator.Flows.Recognition;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Finds where an API says how large parts are to be.</summary>
internal static class PartTerms
{
    /// <summary>The part size that is stated.</summary>
    public static FoundTerms? Stated(FoundParts flow) => flow.Stated?.Size is { } size ? new FoundTerms(Inspect: null, size, IsParallel: null) : null;

    /// <summary>The part size that an answer tells.</summary>
    public static FoundTerms? Of(SessionMembers members, FoundStep? inspect)
        => members.Single.FirstOrDefault(member => PartMembers.IsSize(member.Property)) is { } size
            ? new FoundTerms(inspect, size.Path, members.Single.FirstOrDefault(member => PartMembers.SaysParallel(member.Property))?.Path)
            : null;
}
