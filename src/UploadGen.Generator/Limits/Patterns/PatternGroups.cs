using System.Globalization;

namespace UploadGen.Generator.Limits.Patterns;

/// <summary>
/// The groups of a regular expression, and which of them are referred to. A reference means the same in .NET where its group is closed before it, is
/// repeated by nothing, and stands in no lookbehind or negation: elsewhere ECMA-262 forgets what a group matched, and .NET doesn't.
/// </summary>
internal sealed class PatternGroups
{
    private readonly Stack<Group> _open = new();
    private readonly List<Group> _capturing = [];
    private readonly List<Group> _referred = [];

    /// <summary>Whether what is matched here makes the whole not match: there, accepting too much would refuse too much.</summary>
    public bool IsNegative => _open.Any(group => group.Opening is "?!" or "?<!");

    public bool IsEmpty => _open.Count == 0;

    /// <summary>The numbers of the groups that are referred to, each of which can be.</summary>
    public IReadOnlyCollection<int> Referred()
        => _referred.TrueForAll(group => !group.Around.Append(group).Any(around => around.IsRepeated || around.Opening is "?!" or "?<!" or "?<="))
            ? [.. _referred.Select(group => group.Number)]
            : throw new FormatException("a reference back to a group that is repeated, negated or looked behind for has no counterpart in .NET");

    /// <summary>Opens a group.</summary>
    /// <param name="opening">What it begins with; null for one that captures.</param>
    /// <param name="name">Its name, if it has one.</param>
    /// <returns>The number of a group that captures; 0 for another.</returns>
    public int Open(string? opening, string? name)
    {
        var group = new Group(opening, name, opening is null ? _capturing.Count + 1 : 0, [.. _open]);
        _open.Push(group);
        if (opening is null)
        {
            _capturing.Add(group);
        }

        return group.Number;
    }

    /// <summary>Closes the innermost group.</summary>
    public void Close(bool isRepeated)
    {
        var group = _open.Count > 0 ? _open.Pop() : throw new FormatException("a group is closed that wasn't opened");
        group.IsRepeated = isRepeated;
        group.IsClosed = true;
    }

    /// <summary>Refers to a group by its number or name, and gives its number.</summary>
    public int Refer(string reference)
    {
        var group = int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? _capturing.ElementAtOrDefault(number - 1)
            : _capturing.Find(named => named.Name == reference);
        if (group is not { IsClosed: true } || _open.Any(around => around.Opening is "?<!" or "?<="))
        {
            throw new FormatException("a reference to a group that isn't before it has no counterpart in .NET");
        }

        _referred.Add(group);
        return group.Number;
    }

    private sealed class Group(string? opening, string? name, int number, IReadOnlyList<Group> around)
    {
        public string? Opening => opening;

        public string? Name => name;

        public int Number => number;

        public IReadOnlyList<Group> Around => around;

        public bool IsRepeated { get; set; }

        public bool IsClosed { get; set; }
    }
}
