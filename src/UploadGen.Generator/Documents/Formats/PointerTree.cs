namespace UploadGen.Generator.Documents.Formats;

/// <summary>JSON pointers that are looked for in a text, as a tree: pointers that begin alike share their first segments.</summary>
internal sealed class PointerTree
{
    private readonly Dictionary<string, Node> _ends;

    public PointerTree(IEnumerable<string> pointers)
        => _ends = pointers.Distinct(StringComparer.Ordinal).ToDictionary(pointer => pointer, Add, StringComparer.Ordinal);

    public Node Root { get; } = new();

    /// <summary>Where each pointer leads, or the deepest part of the way there that was found.</summary>
    public IReadOnlyDictionary<string, TextRange> Found => _ends.ToDictionary(end => end.Key, end => end.Value.DeepestFound, StringComparer.Ordinal);

    private Node Add(string pointer)
        => DocumentPointer.Segments(pointer).Aggregate(Root, (node, segment) => node.Child(segment));

    /// <summary>A segment of the pointers.</summary>
    public sealed class Node(Node? parent = null)
    {
        private readonly Dictionary<string, Node> _children = new(StringComparer.Ordinal);

        public bool HasChildren => _children.Count > 0;

        public TextRange? Place { get; set; }

        public TextRange DeepestFound => Place ?? parent?.DeepestFound ?? default;

        public Node? Find(string segment) => _children.TryGetValue(segment, out var child) ? child : null;

        public Node Child(string segment)
        {
            if (Find(segment) is not { } child)
            {
                _children[segment] = child = new Node(this);
            }

            return child;
        }
    }
}
