using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>
/// The members that a generated type knows of a JSON object, numbered in the order in which they are given here: required ones, optional ones, and optional
/// ones whose null is a value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMembers
{
    private readonly byte[][] _names;
    private readonly string[] _required;
    private readonly int _nullIsAbsentUntil;
    private readonly int _shift;

    /// <summary>Numbers of members by hash, each plus one; 0 where there is none.</summary>
    private readonly ushort[] _numbers;

    /// <summary>What came after each member the last time: a server writes the members of an object in the same order every time. 0 is for the first.</summary>
    private readonly ushort[] _following;

    /// <summary>The members of a type.</summary>
    /// <param name="required">Names of those that must be there.</param>
    /// <param name="optional">Names of those that may be missing, which null means, too.</param>
    /// <param name="nullable">Names of those that may be missing, and whose null is a value of its own.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 65,000.</exception>
    public JsonMembers(string[] required, string[] optional, string[] nullable)
    {
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(optional);
        ArgumentNullException.ThrowIfNull(nullable);
        _required = required;
        AllRequired = required.Length == 0 ? 0 : ulong.MaxValue >> Math.Max(0, JsonObjectReader.Bits - required.Length);
        _nullIsAbsentUntil = required.Length + optional.Length;
        _names = [.. required.Concat(optional).Concat(nullable).Select(Encoding.UTF8.GetBytes)];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_names.Length, 65_000);
        _following = [.. Enumerable.Range(0, _names.Length + 1).Select(number => (ushort)number)];
        var bits = 2;
        while (1 << bits < 2 * _names.Length)
        {
            bits++;
        }

        _shift = 32 - bits;
        _numbers = new ushort[1 << bits];
        for (var number = 0; number < _names.Length; number++)
        {
            var slot = Slot(_names[number]);
            while (_numbers[slot] != 0)
            {
                slot = Next(slot);
            }

            _numbers[slot] = (ushort)(number + 1);
        }
    }

    /// <summary>The members of a type, in texts with commas between the names: an array costs the compiler much more.</summary>
    /// <param name="required">Names of those that must be there.</param>
    /// <param name="optional">Names of those that may be missing, which null means, too.</param>
    /// <param name="nullable">Names of those that may be missing, and whose null is a value of its own.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 65,000.</exception>
    public JsonMembers(string required, string optional, string nullable)
        : this(Names(required), Names(optional), Names(nullable))
    {
    }

    /// <summary>Begins to read an object.</summary>
    /// <param name="reader">The reader, on the object's start.</param>
    /// <exception cref="JsonException">It stands on something else.</exception>
    public JsonObjectReader Start(ref Utf8JsonReader reader)
    {
        JsonCodec.StartObject(ref reader);
        return new JsonObjectReader(this);
    }

    /// <summary>How many of the members must be there.</summary>
    internal int RequiredCount => _required.Length;

    /// <summary>A bit for each of them, where there are no more than 64.</summary>
    internal ulong AllRequired { get; }

    /// <summary>Whether null is the same as not being there.</summary>
    internal bool IsAbsentWhenNull(int number) => number >= _required.Length && number < _nullIsAbsentUntil;

    internal string RequiredName(int number) => _required[number];

    /// <summary>The number of the member on whose name the reader stands; -1 for one that isn't known.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="previous">The number of the known member before it; -1 for the first.</param>
    internal int Find(ref Utf8JsonReader reader, int previous)
    {
        var expected = _following[previous + 1];
        if (reader.HasValueSequence || reader.ValueIsEscaped)
        {
            return FindByText(ref reader);
        }

        var name = reader.ValueSpan;
        if (expected < _names.Length && name.SequenceEqual(_names[expected]))
        {
            return expected;
        }

        for (var slot = Slot(name); _numbers[slot] is not 0 and var found; slot = Next(slot))
        {
            if (name.SequenceEqual(_names[found - 1]))
            {
                // Another thread may write it at the same time: then the guess is as good as this one.
                _following[previous + 1] = (ushort)(found - 1);
                return found - 1;
            }
        }

        return -1;
    }

    private static string[] Names(string names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Length == 0 ? [] : names.Split(',');
    }

    private int FindByText(ref Utf8JsonReader reader)
    {
        for (var number = 0; number < _names.Length; number++)
        {
            if (reader.ValueTextEquals(_names[number]))
            {
                return number;
            }
        }

        return -1;
    }

    private int Next(int slot) => (slot + 1) & (_numbers.Length - 1);

    /// <summary>By length, first, middle and last byte: names of one object rarely share all of them.</summary>
    private int Slot(ReadOnlySpan<byte> name)
    {
        var mixed = name.IsEmpty ? 0u : (uint)(name.Length | (name[0] << 8) | (name[^1] << 16) | (name[name.Length / 2] << 24));
        return (int)((mixed * 2654435769u) >> _shift);
    }
}
