namespace UploadGen.Analyzers.Limits;

/// <summary>A collection whose items are written out in the source text.</summary>
internal sealed class CollectionLiteral(int count)
{
    public int Count { get; } = count;
}
