using UploadGen.Generator.Documents;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Where a statement stands, or a part of it: what is wrong with it is reported there.</summary>
internal sealed class StatementPlace
{
    private readonly string _root;
    private readonly string _member;
    private readonly IReadOnlyDictionary<string, string>? _written;

    /// <param name="pointer">The statement.</param>
    /// <param name="file">The file that it stands in, if that isn't the document.</param>
    /// <param name="written">Where its members stand, by their pointers within the statement, if it isn't written as it is read.</param>
    public StatementPlace(string pointer, string? file = null, IReadOnlyDictionary<string, string>? written = null)
        : this(pointer, "", file, written)
    {
    }

    private StatementPlace(string root, string member, string? file, IReadOnlyDictionary<string, string>? written)
    {
        (_root, _member, _written) = (root, member, written);
        File = file;
    }

    public string? File { get; }

    /// <summary>The place, or the nearest around it that is written.</summary>
    public string Pointer
    {
        get
        {
            if (_written is null)
            {
                return _root + _member;
            }

            for (var at = _member; at.Length > 0; at = at.Substring(0, at.LastIndexOf('/')))
            {
                if (_written.TryGetValue(at, out var pointer))
                {
                    return pointer;
                }
            }

            return _root;
        }
    }

    public StatementPlace Then(string member) => new(_root, DocumentPointer.Append(_member, member), File, _written);
}
