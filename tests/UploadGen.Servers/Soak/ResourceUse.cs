using System.Globalization;

namespace UploadGen.Servers.Soak;

/// <summary>What this process holds.</summary>
/// <param name="Heap">Bytes of live objects.</param>
/// <param name="Handles">Open files and sockets; 0 where the system doesn't tell (proc(5)).</param>
/// <param name="Sockets">Those of them that are sockets.</param>
/// <param name="Timers">Timers that are set.</param>
public readonly record struct ResourceUse(long Heap, int Handles, int Sockets, long Timers)
{
    /// <summary>After all garbage is gone.</summary>
    public static ResourceUse Now()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var handles = Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd") : [];
        return new ResourceUse(GC.GetTotalMemory(forceFullCollection: true), handles.Length, handles.Count(IsSocket), Timer.ActiveCount);
    }

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"heap {Heap / 1024} KiB, {Handles} handles ({Sockets} sockets), {Timers} timers");

    private static bool IsSocket(string handle)
    {
        try
        {
            return File.ResolveLinkTarget(handle, returnFinalTarget: false)?.Name.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed meanwhile, as the handle of the listing itself.
            return false;
        }
    }
}
