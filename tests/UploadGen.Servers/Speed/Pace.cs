namespace UploadGen.Servers.Speed;

/// <summary>What something took.</summary>
/// <param name="Seconds">From begin to end.</param>
/// <param name="Cpu">Processor time in seconds, that of processes which were started and have ended included.</param>
/// <param name="Allocated">Bytes.</param>
public readonly record struct Pace(double Seconds, double Cpu, long Allocated);
