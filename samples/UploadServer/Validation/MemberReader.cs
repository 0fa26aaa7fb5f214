using System.Text.Json;

namespace UploadServer.Validation;

/// <summary>Reads the members of a JSON object and collects everything that is wrong with them. A member at fault reads as the default of its type.</summary>
internal sealed class MemberReader
{
    private readonly JsonElement _object;
    private readonly string[] _location;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<ValidationError> _errors = [];

    public MemberReader(JsonElement value, params string[] location)
    {
        (_object, _location) = (value, location);
        if (value.ValueKind != JsonValueKind.Object)
        {
            _errors.Add(new ValidationError(location, "Input should be a valid dictionary", "dict_type"));
        }
    }

    public IReadOnlyList<ValidationError> Errors => _errors;

    public bool IsValid => _errors.Count == 0;

    /// <summary>A required string; its length counts code points, as JSON Schema has it.</summary>
    public string String(string name, int minLength = 0, int maxLength = int.MaxValue)
    {
        if (Required(name) is not { } value)
        {
            return "";
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Fault(name, "Input should be a valid string", "string_type", "");
        }

        var text = value.GetString()!;
        var length = text.EnumerateRunes().Count();
        if (length < minLength)
        {
            return Fault(name, $"String should have at least {minLength} character{(minLength == 1 ? "" : "s")}", "string_too_short", "");
        }

        if (length > maxLength)
        {
            return Fault(name, $"String should have at most {maxLength} characters", "string_too_long", "");
        }

        return text;
    }

    /// <summary>A required integer; 1.0 is one, as JSON Schema has it.</summary>
    public long Integer(string name, long minimum, long maximum)
    {
        if (Required(name) is not { } value)
        {
            return 0;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || number != decimal.Truncate(number))
        {
            return Fault(name, "Input should be a valid integer", "int_type", 0L);
        }

        if (number < minimum)
        {
            return Fault(name, $"Input should be greater than or equal to {minimum}", "greater_than_equal", 0L);
        }

        if (number > maximum)
        {
            return Fault(name, $"Input should be less than or equal to {maximum}", "less_than_equal", 0L);
        }

        return (long)number;
    }

    /// <summary>A required list of strings.</summary>
    public IReadOnlyList<string> Strings(string name)
    {
        if (Required(name) is not { } value)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : Fault<IReadOnlyList<string>>(name, "Input should be a valid list of strings", "list_type", []);
    }

    /// <summary>An optional UUID; null is the same as leaving it out.</summary>
    public Guid? OptionalGuid(string name)
    {
        if (Optional(name) is not { ValueKind: not JsonValueKind.Null } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id))
        {
            return id;
        }

        return Fault<Guid?>(name, "Input should be a valid UUID", "uuid_parsing", null);
    }

    /// <summary>An optional http or https URL.</summary>
    public string? OptionalUrl(string name)
    {
        if (Optional(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url.OriginalString;
        }

        return Fault<string?>(name, "Input should be a valid URL", "url_parsing", null);
    }

    /// <summary>A required object with members of its own.</summary>
    public JsonElement Object(string name)
    {
        if (Required(name) is not { } value)
        {
            return default;
        }

        return value.ValueKind == JsonValueKind.Object ? value : Fault<JsonElement>(name, "Input should be a valid dictionary", "dict_type", default);
    }

    /// <summary>Refuses every member that was not asked for until now.</summary>
    public void NoOthers()
    {
        if (_object.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in _object.EnumerateObject().Where(member => !_known.Contains(member.Name)))
        {
            Refuse(member.Name, "Extra inputs are not permitted", "extra_forbidden");
        }
    }

    /// <summary>Says that a member is at fault for a reason of the contract's own.</summary>
    public void Refuse(string name, string message, string type) => _errors.Add(new ValidationError([.. _location, name], message, type));

    private JsonElement? Required(string name)
    {
        var value = Optional(name);
        if (value is null && _object.ValueKind == JsonValueKind.Object)
        {
            Refuse(name, "Field required", "missing");
        }

        return value;
    }

    private JsonElement? Optional(string name)
    {
        _known.Add(name);
        return _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(name, out var value) ? value : null;
    }

    private T Fault<T>(string name, string message, string type, T result)
    {
        Refuse(name, message, type);
        return result;
    }
}
