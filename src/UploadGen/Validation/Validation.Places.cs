namespace UploadGen.Core;

/// <content>Where in the API's document the limits stand. A place is put together only when there is a violation.</content>
public partial struct Validation
{
    /// <summary>Says where the schema of the checked value stands: those of its members stand under its <c>properties</c>.</summary>
    /// <param name="schema">
    /// A JSON pointer as a URI fragment (RFC 6901, section 6), such as <c>#/components/schemas/Asset</c>; in the check of a request also one below its
    /// operation, such as <c>/parameters/0/schema</c>.
    /// </param>
    /// <param name="below">Where the limits of the member that is checked next stand below its own schema, such as <c>/anyOf/0</c>.</param>
    public void At(string schema, string below = "") => _place = new SchemaPlace(schema, IsOfMember: false, below);

    /// <inheritdoc cref="At" path="/param[@name='schema']"/>
    /// <summary>Says where the schema of the member that is checked next stands, where that isn't among the value's <c>properties</c>.</summary>
    public void AtMember(string schema) => _place = new SchemaPlace(schema, IsOfMember: true);

    /// <summary>Checks an item or a value. Until that is done, the places of its violations are relative to its own schema.</summary>
    private void CheckChild<T>(string member, string keyword, T child, Check<T> check)
    {
        var before = Count;
        var place = _place;
        _place = new SchemaPlace(place.Schema is null ? null : "", IsOfMember: false);
        check(ref this, child);
        _place = place;
        for (var i = before; i < Count; i++)
        {
            var violation = _violations![i];
            if (violation.KeywordLocation is ['/', ..] relative)
            {
                _violations[i] = violation with { KeywordLocation = place.Append(member) + keyword + relative };
            }
        }
    }

    /// <summary>Completes the places that are told relative to a request's operation.</summary>
    internal readonly void PlaceIn(ApiRequest request)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_violations![i] is { KeywordLocation: ['/', ..] relative } violation)
            {
                var operation = $"#/paths/{Uri.EscapeDataString(Escape(request.Template))}/{Member(request.Method.Method)}";
                _violations[i] = violation with { KeywordLocation = operation + relative };
            }
        }
    }

    /// <summary>A path has members of their own for these methods (OpenAPI 3.2, section 4.9).</summary>
    private static string Member(string method)
        => method is "GET" or "PUT" or "POST" or "DELETE" or "OPTIONS" or "HEAD" or "PATCH" or "TRACE" or "QUERY"
            ? method.ToLowerInvariant()
            : "additionalOperations/" + method;

    private readonly string? KeywordLocation(string member, string keyword)
        => _place.Schema is null ? null
            // These stand in the schema of the object, not in that of the member.
            : keyword is "required" or "dependentRequired" ? $"{_place.Schema}/{keyword}"
            : $"{_place.Append(member)}/{keyword}";

    /// <param name="Schema">The schema's place, or null where it isn't known.</param>
    /// <param name="IsOfMember">Whether it is the schema of the checked member, and not of the value that has the member.</param>
    /// <param name="Below">Where the limit stands below the schema of the checked member.</param>
    private readonly record struct SchemaPlace(string? Schema, bool IsOfMember, string Below = "")
    {
        /// <summary>The place of the schema of a member.</summary>
        public string Append(string member)
            => IsOfMember || member.Length == 0 ? Schema! : $"{Schema}/properties/{Uri.EscapeDataString(Escape(member))}{Below}";
    }
}
