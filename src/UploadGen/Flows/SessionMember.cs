using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>Takes what a later step needs from the answer that opened an upload.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SessionMember
{
    /// <summary>A member of the answer that opened the upload, which the next step can't do without.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="value">The member.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="member">Its name in the answer.</param>
    /// <exception cref="UploadException">The answer doesn't have it.</exception>
    public static T Required<T>(T? value, string operationId, string member)
        where T : class
    {
        return value ?? throw Missing(operationId, member);
    }

    /// <inheritdoc cref="Required{T}(T?, string, string)"/>
    public static T Required<T>(T? value, string operationId, string member)
        where T : struct
    {
        return value ?? throw Missing(operationId, member);
    }

    /// <summary>Whether a state that comes without a URL says that the API has the file already: <c>complete</c>, <c>exists</c>, <c>duplicate</c> …</summary>
    /// <param name="state">The state; <see langword="null"/> where the answer has none.</param>
    public static bool SaysStored(string? state)
    {
        return state is not null && StoredStates.Says(state);
    }

    private static UploadException Missing(string operationId, string member) => new(
        $"{operationId}: the API's answer has no {member}, which the next step needs. Do that step with an id of yours, or upload again.",
        UploadStep.Confirm,
        operationId);
}
