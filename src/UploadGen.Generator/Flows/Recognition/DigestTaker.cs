using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>What may want a digest of the file: a parameter, or a member of a body.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="WireName">Its name in the document.</param>
/// <param name="IsParameter">Whether it is a parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What the document says of it.</param>
/// <param name="Limits">Its limits.</param>
/// <param name="Examples">The document's examples of it.</param>
/// <param name="IsHeader">Whether it is a header.</param>
/// <param name="IsBesideFile">Whether it goes with a body that is the file.</param>
internal sealed record DigestTaker(
    string Name,
    string WireName,
    bool IsParameter,
    TypeRef Type,
    string? Description,
    LimitsModel Limits,
    IReadOnlyList<string> Examples,
    bool IsHeader,
    bool IsBesideFile);
