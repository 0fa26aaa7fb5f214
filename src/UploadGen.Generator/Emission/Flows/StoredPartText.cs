using System.Globalization;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>What completing an upload takes of the parts that are in storage, as a C# expression over <c>parts</c>.</summary>
internal static class StoredPartText
{
    public static string Write(StoredPartsValue value)
    {
        var members = value.Members.Select(member => (member.Property, Text: Fact(member))).ToList();
        var item = value.Type is null
            ? members[0].Text
            : $"new {value.Type} {{ {string.Join(", ", members.Select(member => $"{member.Property} = {member.Text}"))} }}";
        return $"global::System.Linq.Enumerable.ToList(global::System.Linq.Enumerable.Select(parts, part => {item}))";
    }

    /// <summary>The digests that are made of each part while it is sent.</summary>
    public static IEnumerable<string> Digests(StepModel? complete)
        => (complete?.Arguments ?? [])
            .SelectMany(argument => argument.Value is BodyValue body ? body.Members.Select(member => member.Value) : [argument.Value])
            .OfType<StoredPartsValue>()
            .SelectMany(parts => parts.Members)
            .Select(member => member.Form)
            .OfType<DigestForm>()
            .Select(FlowValueText.Algorithm)
            .Distinct();

    private static string Fact(StoredMemberModel member) => member.Fact switch
    {
        StoredFact.Number => $"part.NumberFrom({member.First.ToString(CultureInfo.InvariantCulture)})",
        StoredFact.ETag => "part.ETag",
        StoredFact.Length => "part.Length",
        _ when member.IsBytes => $"part.Digest({FlowValueText.Algorithm(member.Form!)})",
        _ => $"part.Digest({FlowValueText.Algorithm(member.Form!)}, {FlowValueText.Encoding(member.Form!)})",
    };
}
