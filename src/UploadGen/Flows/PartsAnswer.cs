namespace UploadGen.Core;

/// <summary>Looks through what an API's answer says of all the parts of a file, before anything is sent.</summary>
internal static class PartsAnswer
{
    /// <summary>What is thrown where an answer can't be followed.</summary>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <param name="problem">What is wrong with its answer, as it goes on behind that.</param>
    public static UploadException Wrong(string operationId, string problem) => new(
        $"{operationId}: the API's answer {problem}. No part that this is about was sent; it is for the API's operator to mend.", UploadStep.Put, operationId)
    {
        IsStored = false,
    };

    /// <summary>The parts in their order: by number, by place in the file, or as they come.</summary>
    /// <exception cref="UploadException">They have no order, or one of them can't be sent.</exception>
    public static IReadOnlyList<PartTarget> InOrder(IReadOnlyList<PartTarget> targets, string operationId)
    {
        foreach (var target in targets)
        {
            EnsureCanBeSent(target, operationId);
        }

        if (targets.All(target => target.Number is null))
        {
            return targets.All(target => target.Offset is not null) ? [.. targets.OrderBy(target => target.Offset)] : targets;
        }

        if (targets.Any(target => target.Number is null))
        {
            throw Wrong(operationId, "has the numbers of some parts and not of others");
        }

        var sorted = targets.OrderBy(target => target.Number).ToList();
        var first = sorted[0].Number;
        return first is 0 or 1 && sorted.Select((target, i) => target.Number == first + i).All(isNext => isNext)
            ? sorted
            : throw Wrong(operationId, "has parts whose numbers don't go on one by one from 0 or 1");
    }

    /// <exception cref="UploadException">It has a method that sends no file.</exception>
    public static void EnsureCanBeSent(PartTarget target, string operationId)
    {
        if (target.SendMethod is null)
        {
            throw Wrong(operationId, $"wants a part to be sent by {Redaction.Name(target.Method) ?? "another method"}, and parts are sent by PUT or POST");
        }
    }

    /// <summary>How the answer divides the file; <see langword="null"/> where it doesn't.</summary>
    /// <param name="targets">The parts, in their order.</param>
    /// <param name="content">The file.</param>
    /// <param name="operationId">Id of the operation that answered.</param>
    /// <exception cref="UploadException">The parts aren't the whole file, each byte once.</exception>
    public static PartPlan? Divide(IReadOnlyList<PartTarget> targets, UploadContent content, string operationId)
    {
        if (!targets.Any(target => target.TellsRange))
        {
            return null;
        }

        if (!AllOrNone(target => target.Offset) || !AllOrNone(target => target.End) || !AllOrNone(target => target.Length))
        {
            throw Wrong(operationId, "says which bytes some parts have, and not others");
        }

        var ends = Ends(targets, content.Length);
        long[] starts = [0, .. ends.Take(ends.Count - 1)];
        for (var i = 0; i < targets.Count; i++)
        {
            var isSame = (targets[i].Offset ?? starts[i]) == starts[i] && (targets[i].Length ?? ends[i] - starts[i]) == ends[i] - starts[i];
            if (!isSame || ends[i] < starts[i] || (ends[i] == starts[i] && content.Length > 0))
            {
                var where = FormattableString.Invariant($"part {i + 1} of {targets.Count}");
                throw Wrong(operationId, $"has parts that leave out bytes of the file, or have some twice ({where})");
            }
        }

        return ends[^1] == content.Length
            ? new PartPlan(content, Math.Max(1, targets.Select((_, i) => ends[i] - starts[i]).Max())) { Starts = starts }
            : throw Wrong(operationId, FormattableString.Invariant($"has parts of {ends[^1]} bytes together, and {content.FileName} has {content.Length}"));

        bool AllOrNone(Func<PartTarget, long?> member) => targets.All(target => member(target) is null) || targets.All(target => member(target) is not null);
    }

    /// <summary>Where each part ends, not inclusive, as the first of what the answer tells has it.</summary>
    private static List<long> Ends(IReadOnlyList<PartTarget> targets, long length)
    {
        if (targets[0].End is not null)
        {
            // Of the two ways to write ranges, only one ends where the file does.
            var last = targets[^1].End == length - 1 ? 1 : 0;
            return [.. targets.Select(target => Sum(target.End!.Value, last))];
        }

        if (targets[0].Length is not null)
        {
            long end = 0;
            return [.. targets.Select(target => end = Sum(end, target.Length!.Value))];
        }

        return [.. targets.Skip(1).Select(target => target.Offset!.Value), length];
    }

    /// <summary>A sum that is no number of bytes of a file where it would be too large.</summary>
    private static long Sum(long a, long b) => a > long.MaxValue - Math.Max(0, b) ? -1 : a + b;
}
