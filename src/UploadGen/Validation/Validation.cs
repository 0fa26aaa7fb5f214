using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UploadGen.Core;

/// <summary>
/// Collects where a request breaks the limits of the API's document. There is a method for each keyword of JSON Schema; none objects to a value that is
/// null. Nothing is allocated while the request is valid.
/// </summary>
/// <remarks>
/// A member is named as in the JSON; "" is the checked value itself. Violations of a nested value have its path put before theirs.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "A collector, passed by reference and never compared.")]
public partial struct Validation
{
    private List<Violation>? _violations;
    private SchemaPlace _place;

    /// <summary>Whether nothing is wrong.</summary>
    public readonly bool IsValid => _violations is null;

    /// <summary>What is wrong, in the order found.</summary>
    public readonly IReadOnlyList<Violation> Violations => _violations ?? (IReadOnlyList<Violation>)[];

    /// <summary>Adds a violation.</summary>
    /// <param name="member">The member.</param>
    /// <param name="keyword">JSON Schema's keyword.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="actual">What is there instead; shortened to about 100 characters.</param>
    public void Add(string member, string keyword, string limit, object? actual)
    {
        var text = actual is null ? null : Redaction.Shorten(WireText.Format(actual), 100);
        Add(new Violation(Pointer(member), keyword, limit, text, KeywordLocation(member, keyword)));
    }

    /// <summary><c>required</c>: the member is there.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    public void Required(string member, object? value)
    {
        if (value is null)
        {
            Add(member, "required", "a value", null);
        }
    }

    /// <summary>Checks a member that checks itself.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    public void Nested<T>(string member, T? value) where T : IValidatable
    {
        if (value is null)
        {
            return;
        }

        var before = Count;
        var place = _place;
        // The value says itself where its schema stands.
        _place = default;
        value.Validate(ref this);
        _place = place;
        Prefix(before, member, item: null);
    }

    /// <inheritdoc cref="Nested{T}(string, T?)" path="/param"/>
    /// <inheritdoc cref="Nested{T}(string, T?)" path="/typeparam"/>
    /// <summary>Checks a member that checks itself, if it is there.</summary>
    public void Nested<T>(string member, T? value) where T : struct, IValidatable
    {
        if (value is { } there)
        {
            Nested(member, there);
        }
    }

    /// <summary>Conceals the values in the violations of a member that is a secret.</summary>
    /// <param name="member">The member.</param>
    public readonly void Conceal(string member)
    {
        var pointer = Pointer(member);
        for (var i = 0; i < Count; i++)
        {
            var violation = _violations![i];
            var isOfMember = violation.Pointer.StartsWith(pointer, StringComparison.Ordinal)
                && (violation.Pointer.Length == pointer.Length || violation.Pointer[pointer.Length] == '/');
            if (isOfMember && violation.Actual is not null)
            {
                _violations[i] = violation with { Actual = "concealed" };
            }
        }
    }

    /// <summary>Checks each item of a list whose items check themselves.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="items">The list.</param>
    public void Each<T>(string member, IReadOnlyList<T>? items) where T : IValidatable?
        => Each(member, items, static (ref Validation validation, T item) => item?.Validate(ref validation));

    /// <summary>Checks each item of a list.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="items">The list.</param>
    /// <param name="check">Checks an item.</param>
    public void Each<T>(string member, IReadOnlyList<T>? items, Check<T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        for (var i = 0; i < items?.Count; i++)
        {
            var before = Count;
            CheckChild(member, "/items", items[i], check);
            if (Count > before)
            {
                Prefix(before, member, i.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Checks each value of a map whose values check themselves.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="entries">The map.</param>
    public void EachValue<T>(string member, IReadOnlyDictionary<string, T>? entries) where T : IValidatable?
        => EachValue(member, entries, static (ref Validation validation, T value) => value?.Validate(ref validation));

    /// <summary>Checks each value of a map.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="entries">The map.</param>
    /// <param name="check">Checks a value.</param>
    public void EachValue<T>(string member, IReadOnlyDictionary<string, T>? entries, Check<T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (entries is null)
        {
            return;
        }

        foreach ((var name, var value) in entries)
        {
            var before = Count;
            CheckChild(member, "/additionalProperties", value, check);
            Prefix(before, member, name);
        }
    }

    /// <summary><c>maxLength</c> of a binary member: the content's length in bytes.</summary>
    /// <param name="member">The member.</param>
    /// <param name="content">The content.</param>
    /// <param name="max">Most bytes allowed.</param>
    /// <param name="description">What the document says of the member.</param>
    /// <param name="location">Where the limit stands in the document: a JSON pointer as a URI fragment.</param>
    public void FileLength(string member, UploadContent? content, long max, string? description = null, string? location = null)
    {
        if (content?.Length > max)
        {
            Add(FileViolation.Size(Pointer(member), "maxLength", FileViolation.Bytes(max), content, description) with { KeywordLocation = location });
        }
    }

    /// <summary><c>encoding.contentType</c>: the content's media type is one of those allowed.</summary>
    /// <param name="member">The member.</param>
    /// <param name="content">The content.</param>
    /// <param name="allowed">Comma-separated media types; <c>image/*</c> stands for all of a kind.</param>
    /// <param name="description">What the document says of the member.</param>
    /// <param name="location">Where the limit stands in the document: a JSON pointer as a URI fragment.</param>
    public void MediaType(string member, UploadContent? content, string allowed, string? description = null, string? location = null)
    {
        if (content is not null && !MediaTypeSyntax.Allows(allowed, content.MediaType))
        {
            Add(FileViolation.MediaType(Pointer(member), "contentType", allowed, content, description) with { KeywordLocation = location });
        }
    }

    private void Add(Violation violation) => (_violations ??= []).Add(violation);

    private readonly int Count => _violations?.Count ?? 0;

    private readonly void Prefix(int from, string member, string? item)
    {
        for (var i = from; i < Count; i++)
        {
            var violation = _violations![i];
            _violations[i] = violation with { Pointer = Pointer(member) + (item is null ? "" : "/" + Escape(item)) + violation.Pointer };
        }
    }

    internal static string Pointer(string member) => member.Length == 0 ? "" : "/" + Escape(member);

    // RFC 6901, section 3.
    internal static string Escape(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
