namespace Hotline.Cities.Clocks;

/// <summary>The clocks a case can run.</summary>
public enum ClockName
{
    /// <summary>受理: intake to accepted or declined.</summary>
    Accept,

    /// <summary>签收: dispatched to signed by the unit.</summary>
    Sign,

    /// <summary>退单: dispatched to the end of the window in which the unit may say "not mine"; then it is deemed to have accepted.</summary>
    Return,

    /// <summary>Dispatched to the unit's first contact with the citizen.</summary>
    Contact,

    /// <summary>办理: dispatched to replied or done.</summary>
    Handle,

    /// <summary>协办: a unit asked to assist to its part done; each unit has its own.</summary>
    Assist,

    /// <summary>A department's answer submitted to approved or sent back.</summary>
    Review,

    /// <summary>Sent back to answered again.</summary>
    Rework,

    /// <summary>A merchant's time to answer an offer.</summary>
    Offer,

    /// <summary>回访: replied to the return visit.</summary>
    Visit,

    /// <summary>认定: a dispute opened to the ruling.</summary>
    Rule,
}
