namespace UploadGen.Generator.Naming;

/// <summary>
/// The names of one declaration space. Names that fall together are told apart by their symbols and, where that isn't
/// enough, by a number in the order of the document.
/// </summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The last number behind a name: none is ever given back, so the search goes on from there.</summary>
    private readonly Dictionary<(string Name, string Suffix), int> _numbers = [];

    public NameScope(params string[] reserved) => _taken.UnionWith(reserved);

    public bool IsTaken(string name) => _taken.Contains(name);

    public void Reserve(string name) => _taken.Add(name);

    /// <summary>Takes the name, or the name with the lowest free number behind it and before its suffix.</summary>
    public string Take(string name, string suffix = "") => TakeStem(name, suffix) + suffix;

    /// <summary>Takes a name as <see cref="Take"/> does, and gives what stands before the suffix.</summary>
    public string TakeStem(string name, string suffix)
    {
        if (_taken.Add(name + suffix))
        {
            return name;
        }

        string unique;

        var number = _numbers.TryGetValue((name, suffix), out var last) ? last : 1;
        do
        {
            number++;
            unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        while (!_taken.Add(unique + suffix));

        _numbers[(name, suffix)] = number;
        return unique;
    }

    /// <summary>Names a whole set at once, so that which of two look-alikes comes first doesn't decide how they are spelled.</summary>
    public IReadOnlyList<string> TakeAll(IReadOnlyList<string> wireNames, string fallback)
    {
        var plain = wireNames.Select(name => CSharpName.Pascal(name, fallback)).ToList();
        var twice = plain.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
        var shared = new HashSet<string>(twice, StringComparer.Ordinal);
        return wireNames
            .Select((wireName, i) => Take(shared.Contains(plain[i]) ? CSharpName.PascalWithSymbols(wireName, fallback) : plain[i]))
            .ToList();
    }
}
