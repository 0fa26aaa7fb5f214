using UploadGen.Generator.Binding;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Limits;

/// <summary>What a document is bound to.</summary>
internal static class BoundModel
{
    public static ApiModel Bind(string document)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var text = SpecCache.Read(new InMemoryText("api.json", document), new ItemMetadata("Shop"), cancellationToken);
        return BoundSpec.Find(SpecCache.Parse(text!, cancellationToken)!, cancellationToken).Model!;
    }
}
