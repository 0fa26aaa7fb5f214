namespace UploadGen.Analyzers.Limits;

/// <summary>How many items a collection has that is written out in the source text.</summary>
internal sealed class ItemCount(int value)
{
    public int Value { get; } = value;
}
