interface IconProps {
  readonly path: string;
  readonly size?: number;
}

function Icon({ path, size = 20 }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

export const SearchIcon = () => <Icon path="M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4" />;
export const CloseIcon = ({ size = 20 }: { readonly size?: number }) => (
  <Icon size={size} path="M6 6l12 12M18 6L6 18" />
);
export const FilterIcon = () => <Icon path="M4 6h16M7 12h10M10 18h4" />;
export const ChevronIcon = () => <Icon size={16} path="M9 6l6 6-6 6" />;
