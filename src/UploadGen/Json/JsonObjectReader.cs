using System.ComponentModel;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Goes through the members of a JSON object, and makes sure that the required ones are there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonObjectReader
{
    internal const int Bits = 64;

    private readonly JsonMembers _members;
    private readonly ulong[]? _seenBeyond;
    private ulong _seen;
    private int _known;

    internal JsonObjectReader(JsonMembers members)
    {
        _members = members;
        _known = -1;
        Member = -1;
        _seenBeyond = members.RequiredCount > Bits ? new ulong[(members.RequiredCount - 1) / Bits] : null;
    }

    /// <summary>The number of the member whose value is next; -1 for one that isn't known.</summary>
    public int Member { get; private set; }

    /// <summary>Goes on to the value of the next known member; others are skipped.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns><see langword="false"/> at the object's end.</returns>
    /// <exception cref="JsonException">
    /// The JSON isn't well formed, a required member is missing, or a union is being read and a member tells that the object is of another type.
    /// </exception>
    public bool Next(ref Utf8JsonReader reader)
    {
        while (NextOrUnknown(ref reader))
        {
            if (Member >= 0)
            {
                return true;
            }

            JsonCodec.Skip(ref reader);
        }

        return false;
    }

    /// <summary>Goes on to the value of the next known member, or to the name of an unknown one.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns><see langword="false"/> at the object's end.</returns>
    /// <exception cref="JsonException">The JSON isn't well formed, or a required member is missing.</exception>
    public bool NextOrUnknown(ref Utf8JsonReader reader)
    {
        while (JsonCodec.NextMember(ref reader))
        {
            Member = _members.Find(ref reader, _known);
            if (Member < 0)
            {
                return true;
            }

            _known = Member;
            JsonCodec.Advance(ref reader);
            if (reader.TokenType == JsonTokenType.Null && _members.IsAbsentWhenNull(Member))
            {
                continue;
            }

            See(Member);
            return true;
        }

        ThrowIfMissing();
        return false;
    }

    private void See(int member)
    {
        if (member >= _members.RequiredCount)
        {
            return;
        }

        if (member < Bits)
        {
            _seen |= 1UL << member;
        }
        else
        {
            _seenBeyond![(member / Bits) - 1] |= 1UL << (member % Bits);
        }
    }

    private readonly void ThrowIfMissing()
    {
        if (_seenBeyond is null && _seen == _members.AllRequired)
        {
            return;
        }

        for (var member = 0; member < _members.RequiredCount; member++)
        {
            var seen = member < Bits ? _seen : _seenBeyond![(member / Bits) - 1];
            if ((seen & (1UL << (member % Bits))) == 0)
            {
                throw JsonCodec.Missing(_members.RequiredName(member));
            }
        }
    }
}
