namespace Hotline.Load.Faults.Breaking;

/// <summary>A fault as it was done.</summary>
/// <param name="At">Seconds since the start of the load.</param>
/// <param name="Kind">Name of the kind.</param>
/// <param name="Seconds">How long it lasted.</param>
/// <param name="Happened">False when there was nothing to break, for example no process under that name at that moment.</param>
/// <param name="RecoverySeconds">From its end until a matter that was sent after it had been taken in; null when none was sent any more.</param>
/// <param name="Note">What else is worth knowing.</param>
internal sealed record DoneFault(double At, string Kind, string Target, double Seconds, bool Happened, double? RecoverySeconds = null, string? Note = null)
{
    public double End => At + Seconds;
}
