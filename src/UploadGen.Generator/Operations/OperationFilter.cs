using System.Text.RegularExpressions;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Operations;

/// <summary>Which operations a project wants: <c>UploadGenInclude</c> and <c>UploadGenExclude</c>, by operationId, tag or path glob.</summary>
internal sealed class OperationFilter(SpecSettings settings)
{
    private readonly List<FilterEntry> _include = settings.Include.Select(text => new FilterEntry(text)).ToList();
    private readonly List<FilterEntry> _exclude = settings.Exclude.Select(text => new FilterEntry(text)).ToList();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private bool _wasAsked;
    private bool _hasSelected;

    /// <summary>Whether anything is filtered at all. If so, only the schemas that the chosen operations reach are generated.</summary>
    public bool IsActive => _include.Count + _exclude.Count > 0;

    public bool Selects(string operationId, IEnumerable<string> tags, string path)
    {
        // Every entry is tried, so that each learns whether it is of use.
        var excluded = _exclude.Aggregate(false, (any, entry) => entry.Applies(operationId, tags, path, isOfUse: true) || any);
        var included = _include.Aggregate(_include.Count == 0, (any, entry) => entry.Applies(operationId, tags, path, isOfUse: !excluded) || any);
        _wasAsked = true;
        _known.UnionWith([operationId, path, .. tags]);
        _hasSelected |= included && !excluded;
        return included && !excluded;
    }

    /// <summary>The entries that choose or leave out nothing, and an exclusion that leaves nothing.</summary>
    public IEnumerable<SpecProblem> Problems()
    {
        var entries = Useless("UploadGenInclude", _include).Concat(Useless("UploadGenExclude", _exclude));
        if (!_wasAsked || _hasSelected || _include.Count > 0)
        {
            return entries;
        }

        var all = string.Join(";", settings.Exclude);
        return entries.Append(Problem("UploadGenExclude", all, "a list that leaves an operation of the document", "The client has none"));
    }

    private IEnumerable<SpecProblem> Useless(string metadata, IEnumerable<FilterEntry> entries)
        => entries.Where(entry => !entry.IsOfUse).Select(entry => Problem(metadata, entry.Text, entry.Lack, Question(entry) + "It selects nothing"));

    private string Question(FilterEntry entry) => entry.HasApplied ? "" : NearestName.Asked(entry.Text, _known);

    private static SpecProblem Problem(string metadata, string value, string lack, string loss)
        => SpecProblem.At("", SpecProblemKind.BadMetadata, metadata, value, lack, loss);

    private sealed class FilterEntry(string text)
    {
        private readonly Regex? _path = text.StartsWith("/", StringComparison.Ordinal) ? PathGlob(text) : null;

        public string Text { get; } = text;

        /// <summary>Whether it applies to any operation.</summary>
        public bool HasApplied { get; private set; }

        /// <summary>Whether it applies to an operation that isn't taken away by another.</summary>
        public bool IsOfUse { get; private set; }

        /// <summary>What it isn't, where it is of no use.</summary>
        public string Lack => HasApplied
            ? "of any use: UploadGenExclude takes away each operation that it applies to"
            : "an operationId, a tag or a path glob of the document";

        public bool Applies(string operationId, IEnumerable<string> tags, string path, bool isOfUse)
        {
            var applies = _path?.IsMatch(path) ?? (Text == operationId || tags.Contains(Text, StringComparer.OrdinalIgnoreCase));
            HasApplied |= applies;
            IsOfUse |= applies && isOfUse;
            return applies;
        }

        /// <summary><c>*</c> is within a segment, <c>**</c> is any number of them.</summary>
        private static Regex PathGlob(string glob)
            => new("^" + Regex.Escape(glob).Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*") + "$", RegexOptions.CultureInvariant);
    }
}
