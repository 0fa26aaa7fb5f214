using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>Finds the size that the API has recorded in the answer of what confirms an upload.</summary>
internal static class RecordedSize
{
    /// <summary>The member, if it is called as in the request that announced the size: then it speaks of the same.</summary>
    public static MemberPath? Find(FlowDocument document, FoundOpening opening)
    {
        if (opening.Role(FileRole.Size) is not { IsParameter: false } announced
            || opening.Confirm is not { } confirm
            || document.Answer(confirm.Operation) is not { } answer)
        {
            return null;
        }

        var name = document.Request(opening.Create)!.Properties.First(property => property.Name == announced.Name).JsonName;
        var recorded = answer.Properties.FirstOrDefault(property => property.JsonName == name && FlowMembers.RoleOf(property) == FileRole.Size);
        return recorded is null ? null : MemberPath.To(answer, recorded);
    }
}
