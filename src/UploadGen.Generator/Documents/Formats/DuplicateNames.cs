namespace UploadGen.Generator.Documents.Formats;

/// <summary>Finds the names that stand twice in an object of a text. It is told the text's names in their order, and where objects begin and end.</summary>
internal sealed class DuplicateNames
{
    private readonly Stack<Dictionary<string, List<(int Line, int Column)>>> _open = new();
    private readonly List<DuplicateName> _found = [];

    /// <summary>What was found, in the order of the text.</summary>
    public IEnumerable<DuplicateName> Found => _found.OrderBy(name => name.Line).ThenBy(name => name.Column);

    public void BeginObject() => _open.Push(new(StringComparer.Ordinal));

    public void Add(string name, int line, int column)
    {
        var names = _open.Peek();
        if (!names.TryGetValue(name, out var places))
        {
            names[name] = places = [];
        }

        places.Add((line, column));
    }

    public void EndObject()
    {
        foreach (var name in _open.Pop().Where(name => name.Value.Count > 1))
        {
            var places = name.Value;
            var (first, last) = (places[0].Line, places[places.Count - 1].Line);
            _found.AddRange(places.Skip(1).Select(place => new DuplicateName(name.Key, place.Line, place.Column, first, last)));
        }
    }
}
